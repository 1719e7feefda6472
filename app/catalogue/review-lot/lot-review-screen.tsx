import type { ReactNode } from 'react';
import type { Problem } from '#app/platform/http/problems';
import { fieldError, formErrors } from '#app/platform/http/problems';
import { Button } from '#app/ui/actions/button';
import { ButtonRow } from '#app/ui/actions/button-row';
import { FormErrors } from '#app/ui/forms/form-errors';
import { TextArea } from '#app/ui/forms/text-input';
import { Columns } from '#app/ui/layout/columns';
import { PageHeader } from '#app/ui/layout/page-header';
import { lotTitle } from '../vocabulary/lot-title';
import type { LotReviewPage } from './lot-review-page.server';
import { BelowFloorStatementCard } from '../below-floor/below-floor-statement-card';
import { DecisionList } from './decision-list';
import { LotDocumentsCard } from '../show-lot/lot-documents-card';
import { LotFactsCard } from '../show-lot/lot-facts-card';
import { LotPicture } from '../show-lot/lot-picture';
import { PriceCard } from '../show-lot/price-card';
import { SellerCard } from '../show-lot/seller-card';
import { StateBadge } from '../vocabulary/state-badge';
import { useWords } from '#app/platform/i18n/use-words';
import { RequestId } from '#app/ui/forms/request-id';

interface LotReviewScreenProps extends LotReviewPage {
  mayDecide: boolean;
  problems: Problem[];
  /** What was typed, when a decision came back. */
  reason: string;
  /** What another room adds: why nobody could order the lot. */
  orders: ReactNode;
}

/** A lot as staff see it: the evidence beside the decision. */
export function LotReviewScreen({
  lot,
  band,
  seller,
  documents,
  mayOpenPapers,
  decisions,
  belowFloor,
  mayDecide,
  problems,
  reason,
  orders,
}: LotReviewScreenProps) {
  const words = useWords();
  const { t, format } = words;
  const title = lotTitle(lot, words);
  return (
    <>
      <PageHeader
        title={title}
        sub={
          lot.submittedAt
            ? t('catalogue:review.sent', { name: seller.name, date: format.date(lot.submittedAt) })
            : seller.name
        }
        breadcrumbs={{
          label: t('catalogue:lot.trail'),
          items: [{ label: t('catalogue:review.work'), href: '/programme/work' }, { label: lot.number }],
        }}
        badges={<StateBadge state={lot.state} />}
      />
      <FormErrors title={t('catalogue:review.problem')} errors={formErrors(problems, t)} />
      <Columns
        main={
          <>
            <DecisionList decisions={decisions} />
            {belowFloor ? <BelowFloorStatementCard statement={belowFloor} currency={lot.currency} /> : null}
            <LotPicture lot={lot} documents={mayOpenPapers ? documents : []} label={title} />
            <LotFactsCard lot={lot} />
            <SellerCard seller={seller} />
            <LotDocumentsCard documents={documents} photos mayOpen={mayOpenPapers} />
          </>
        }
        aside={
          <PriceCard
            lot={lot}
            band={band}
            converted={[]}
            workingHref={lot.state === 'listed' ? `/lots/${lot.id}/working` : null}
          >
            {orders && ['submitted', 'listed'].includes(lot.state) ? <div className="mt-4">{orders}</div> : null}
            {lot.state === 'submitted' && mayDecide ? (
              <div className="mt-4 border-t border-line pt-4">
                <DecisionForm
                  problems={problems}
                  reason={reason}
                  askMinor={lot.askMinor}
                  isBelowFloor={band.known && lot.askMinor < band.floorMinor}
                />
              </div>
            ) : null}
            {lot.state === 'submitted' && !mayDecide ? (
              <p className="mt-4 text-soft">{t('catalogue:review.others')}</p>
            ) : null}
          </PriceCard>
        }
      />
    </>
  );
}

interface DecisionFormProps {
  problems: Problem[];
  reason: string;
  askMinor: bigint;
  isBelowFloor: boolean;
}

function DecisionForm({ problems, reason, askMinor, isBelowFloor }: DecisionFormProps) {
  const { t } = useWords();
  return (
    <form method="post" className="space-y-4">
      <RequestId />
      <input type="hidden" name="askMinor" value={askMinor.toString()} />
      <h3 className="font-display text-lg font-semibold">{t('catalogue:review.title')}</h3>
      <TextArea
        name="reason"
        label={t('catalogue:review.reason')}
        hint={t(isBelowFloor ? 'catalogue:belowFloor.noteHint' : 'catalogue:review.reasonHint')}
        error={fieldError(problems, 'reason', t)}
        rows={3}
        maxLength={1000}
        defaultValue={reason}
      />
      <ButtonRow>
        <Button name="decision" value="approve">
          {t('catalogue:review.approve')}
        </Button>
        <Button name="decision" value="reject" kind="danger">
          {t('catalogue:review.reject')}
        </Button>
      </ButtonRow>
    </form>
  );
}
