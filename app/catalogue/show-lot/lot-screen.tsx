import type { ReactNode } from 'react';
import { LinkButton } from '#app/ui/actions/button';
import { Badge } from '#app/ui/display/badge';
import { Notice } from '#app/ui/display/notice';
import { CellGrid, Columns } from '#app/ui/layout/columns';
import { PageHeader } from '#app/ui/layout/page-header';
import { isForm } from '../products/products';
import { familyOf, isMineral } from '../products/minerals';
import { CERTIFICATE_NAME, isCertificate } from '../products/terms';
import { FAMILY_LABEL, FORM_LABEL, MINERAL_LABEL } from '../vocabulary/labels';
import { lotTitle } from '../vocabulary/lot-title';
import type { LotPage } from './lot-page.server';
import { ListedLotCard } from '../search/listed-lot-card';
import { LotDocumentsCard } from './lot-documents-card';
import { LotFactsCard } from './lot-facts-card';
import { LotPicture } from './lot-picture';
import { BandHistoryCard } from '../lot-band/band-history-card';
import { PriceCard } from './price-card';
import { ReviewBadge, SellerCard } from './seller-card';
import { useWords } from '#app/platform/i18n/use-words';
import { VerificationRail } from './verification-rail';

interface LotScreenProps extends LotPage {
  /** Where a buyer orders. Null where the reader cannot. */
  orderHref: string | null;
  /** Who gets what from this price, planned. */
  waterfall: ReactNode;
}

/** One lot: its price and where that stands first, then what it is, who gets what, who sells it. */
export function LotScreen({
  lot,
  band,
  converted,
  seller,
  documents,
  mayOpenPapers,
  similar,
  history,
  orderHref,
  waterfall,
}: LotScreenProps) {
  const words = useWords();
  const { t, format } = words;
  const title = lotTitle(lot, words);
  return (
    <>
      <PageHeader
        title={title}
        breadcrumbs={{ label: t('catalogue:lot.trail'), items: trail(lot, words) }}
        sub={`${seller.name} · ${lot.originDistrict}, ${format.country(lot.originCountry)}`}
        badges={
          <>
            <ReviewBadge seller={seller} />
            {documents.some((document) => document.kind === 'assay') ? (
              <Badge tone="good">{t('catalogue:badge.assay')}</Badge>
            ) : null}
            {lot.womenLed ? <Badge>{t('catalogue:badge.womenLed')}</Badge> : null}
            {lot.certificates.map((key) => (
              <Badge key={key}>{isCertificate(key) ? CERTIFICATE_NAME[key] : key}</Badge>
            ))}
            <Badge icon="pin">{`${lot.incoterm} ${lot.incotermPlace}`}</Badge>
          </>
        }
      />
      <Columns
        asideFirst
        aside={
          <PriceCard lot={lot} band={band} converted={converted} workingHref={`/lots/${lot.id}/working`}>
            <div className="mt-4 space-y-4">
              {lot.state === 'listed' ? (
                orderHref ? (
                  <LinkButton href={orderHref} block>
                    {t('catalogue:lot.order')}
                  </LinkButton>
                ) : null
              ) : (
                <Notice tone="info">{t('catalogue:lot.gone')}</Notice>
              )}
              <VerificationRail lotListed={lot.state === 'listed'} bandKnown={band.known} />
            </div>
          </PriceCard>
        }
        main={
          <>
            <LotPicture lot={lot} documents={documents} label={title} />
            {waterfall}
            <LotFactsCard lot={lot} />
            <BandHistoryCard history={history} />
            <SellerCard seller={seller} />
            <LotDocumentsCard
              documents={documents}
              mayOpen={mayOpenPapers}
              {...(mayOpenPapers ? {} : { note: t('catalogue:document.buyersOnly') })}
            />
          </>
        }
      />
      {similar.length > 0 ? (
        <section className="mt-10" aria-labelledby="similar">
          <h2 id="similar" className="mb-4 font-display text-[1.375rem] font-semibold">
            {t('catalogue:lot.similar')}
          </h2>
          <CellGrid>
            {similar.map((other) => (
              <ListedLotCard key={other.id} lot={other} level={3} />
            ))}
          </CellGrid>
        </section>
      ) : null}
    </>
  );
}

function trail(lot: { mineral: string; form: string }, { t, format }: ReturnType<typeof useWords>) {
  const items: { label: string; href?: string }[] = [{ label: t('catalogue:lots.title'), href: '/lots' }];
  if (!isMineral(lot.mineral)) return items;
  items.push({
    label: `${t(FAMILY_LABEL[familyOf(lot.mineral)])}${format.colon} ${t(MINERAL_LABEL[lot.mineral])}`,
    href: `/lots?mineral=${lot.mineral}`,
  });
  if (isForm(lot.form)) items.push({ label: t(FORM_LABEL[lot.form]) });
  return items;
}
