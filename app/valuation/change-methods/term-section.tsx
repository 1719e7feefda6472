import { useTranslation } from 'react-i18next';
import { typeable } from '#app/money/typed-decimal';
import { useFormat } from '#app/platform/i18n/use-format';
import { fieldId } from '#app/ui/forms/field-id';
import { TextInput } from '#app/ui/forms/text-input';
import type { TermLine } from '../methods/term-fields';
import type { TermGroup } from '../methods/term-groups';
import { BAND_LEVELS } from '../methods/method';
import { LEVEL_LABEL } from '../vocabulary/method-labels';
import { figureLabelInGroup, groupLabel } from '../show-methods/figure-labels';

type Typed = { values: Record<string, string>; error: (name: string) => string | null };

/** The figures of one metal, of the charges, of the penalties: floor, fair and ceiling in columns, under each other's heads where there is room. */
export function TermSection({ group, ...typed }: { group: TermGroup } & Typed) {
  const { t } = useTranslation();
  const format = useFormat();
  const byLevel = group.lines.some(({ cells }) => cells.some(({ level }) => level !== null));
  return (
    <section className="min-w-0">
      <div className={`${COLUMNS} items-end border-b-2 border-edge pb-1.5`}>
        <h3 className="font-semibold">{groupLabel(group, { t, format })}</h3>
        {byLevel
          ? BAND_LEVELS.map((level) => (
              <span key={level} aria-hidden="true" className="hidden text-sm font-semibold text-soft sm:block">
                {t(LEVEL_LABEL[level])}
              </span>
            ))
          : null}
      </div>
      <div className="divide-y divide-line">
        {group.lines.map((line) => (
          <TermFields
            key={line.cells[0]?.path ?? ''}
            line={line}
            label={figureLabelInGroup(line, group, { t, format })}
            {...typed}
          />
        ))}
      </div>
    </section>
  );
}

const COLUMNS = 'grid grid-cols-[minmax(0,1fr)] gap-x-3 sm:grid-cols-[minmax(0,1fr)_repeat(3,6.5rem)]';

function TermFields({ line, label, values, error }: { line: TermLine; label: string } & Typed) {
  const { t } = useTranslation();
  const id = `${fieldId(line.cells[0]?.path ?? '')}-line`;
  return (
    <div role="group" aria-labelledby={id} className={`${COLUMNS} items-center gap-y-1 py-2`}>
      <p id={id} className="text-[0.9375rem]">
        {label}
      </p>
      <div className="grid grid-cols-3 gap-x-2 *:min-w-0 sm:contents">
        {line.cells.map(({ path, level, value }) => (
          <TextInput
            key={path}
            name={path}
            label={
              <span className="text-sm font-normal text-soft sm:sr-only">
                {level ? t(LEVEL_LABEL[level]) : t('pricing:methods.propose.allLevels')}
              </span>
            }
            error={error(path)}
            inputMode="decimal"
            maxLength={28}
            autoComplete="off"
            defaultValue={values[path] ?? typeable(value)}
          />
        ))}
      </div>
    </div>
  );
}
