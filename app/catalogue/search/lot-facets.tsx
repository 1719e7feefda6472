import { FieldGroup } from '#app/ui/forms/field';
import { Facets, type FacetGroup } from '#app/ui/forms/facets';
import { TextInput } from '#app/ui/forms/text-input';
import { isForm, STAGES } from '../products/products';
import { isMineral, MINERALS } from '../products/minerals';
import { CERTIFICATE_NAME, isCertificate, isIncoterm } from '../products/terms';
import { FORM_LABEL, INCOTERM_LABEL, MINERAL_LABEL, STAGE_LABEL, VERDICT_LABEL } from '../vocabulary/labels';
import type { Translate } from '../vocabulary/lot-title';
import { activeFilters, BAND_POSITIONS, type Facet, type LotSearch } from './lot-search';
import { useWords } from '#app/platform/i18n/use-words';

export type FacetCount = { value: string; count: bigint };

const TITLE: Record<Facet, string> = {
  mineral: 'catalogue:facet.mineral',
  form: 'catalogue:facet.form',
  stage: 'catalogue:facet.stage',
  country: 'catalogue:facet.country',
  certificate: 'catalogue:facet.certificate',
  incoterm: 'catalogue:facet.incoterm',
  band: 'catalogue:facet.band',
  women: 'catalogue:facet.women',
};

const RANGE_LABEL = { mass: 'catalogue:facet.mass', purity: 'catalogue:facet.purity' } as const;

const FIRST: readonly Facet[] = ['mineral', 'band'];
const SHOWN: readonly Facet[] = ['mineral', 'form', 'band', 'country', 'women', 'stage', 'certificate', 'incoterm'];

/** Facet form of the list of lots: every choice with how many lots it would show. */
export function LotFacets({ search, counts }: { search: LotSearch; counts: Record<Facet, FacetCount[]> }) {
  const { t, format } = useWords();
  const nameOf = (facet: Facet, value: string) => valueName(facet, value, t, format.country);
  const groups = SHOWN.map((facet): FacetGroup => {
    const found = new Map(counts[facet].map(({ value, count }) => [value, count]));
    // What is chosen stays on the list even when nothing is left of it, so that it can be taken off.
    const values = [...new Set([...found.keys(), ...search.chosen[facet]])];
    const options = values.map((value) => ({
      value,
      label: nameOf(facet, value),
      count: format.number(found.get(value) ?? 0n),
      checked: search.chosen[facet].includes(value),
    }));
    return { name: facet, title: t(TITLE[facet]), options: inOrder(facet, options), open: FIRST.includes(facet) };
  }).filter((group) => group.options.length > 0);
  const active = activeFilters(search);
  return (
    <Facets
      action="/lots"
      title={t('catalogue:facet.title')}
      groups={groups}
      hidden={search.sort === 'newest' ? [] : [{ name: 'sort', value: search.sort }]}
      submit={t('catalogue:facet.show')}
      {...(active > 0
        ? { active: format.number(active), clear: { href: '/lots', label: t('catalogue:facet.clear') } }
        : {})}
    >
      {(['mass', 'purity'] as const).map((kind) => (
        <FieldGroup key={kind} name={kind} label={t(RANGE_LABEL[kind])}>
          <div className="grid grid-cols-2 gap-3">
            {[`${kind}Min` as const, `${kind}Max` as const].map((name) => (
              <TextInput
                key={name}
                name={name}
                label={name.endsWith('Min') ? t('catalogue:facet.from') : t('catalogue:facet.to')}
                inputMode="decimal"
                autoComplete="off"
                maxLength={20}
                defaultValue={search.typedRanges[name] ?? null}
                error={rangeError(search, name, t)}
              />
            ))}
          </div>
        </FieldGroup>
      ))}
    </Facets>
  );
}

function rangeError(search: LotSearch, name: keyof LotSearch['ranges'], t: Translate): string | null {
  const readings = search.doubtfulRanges[name];
  if (readings) return t('platform:figure.ambiguous', readings);
  return search.badRanges.includes(name) ? t('catalogue:issue.notANumber') : null;
}

function valueName(facet: Facet, value: string, t: Translate, country: (code: string) => string): string {
  if (facet === 'mineral' && isMineral(value)) return t(MINERAL_LABEL[value]);
  if (facet === 'form' && isForm(value)) return t(FORM_LABEL[value]);
  const stage = STAGES.find((known) => known === value);
  if (facet === 'stage' && stage) return t(STAGE_LABEL[stage]);
  if (facet === 'country') return country(value);
  if (facet === 'certificate' && isCertificate(value)) return CERTIFICATE_NAME[value];
  if (facet === 'incoterm' && isIncoterm(value)) return t(INCOTERM_LABEL[value]);
  const position = BAND_POSITIONS.find((known) => known === value);
  if (facet === 'band' && position) return t(VERDICT_LABEL[position]);
  return facet === 'women' ? t('catalogue:facet.womenLed') : value;
}

/** Minerals, stages and band positions in their own order, the rest by name. */
function inOrder<T extends { value: string; label: string }>(facet: Facet, options: T[]): T[] {
  const order: Partial<Record<Facet, readonly string[]>> = { mineral: MINERALS, stage: STAGES, band: BAND_POSITIONS };
  const known = order[facet];
  if (known) return options.sort((a, b) => known.indexOf(a.value) - known.indexOf(b.value));
  return options.sort((a, b) => a.label.localeCompare(b.label));
}
