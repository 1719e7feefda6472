import type { ReactNode } from 'react';
import type { Problem } from '#app/platform/http/problems';
import { fieldError, formErrors } from '#app/platform/http/problems';
import { Button, LinkButton } from '#app/ui/actions/button';
import { Disclosure } from '#app/ui/actions/disclosure';
import { Notice } from '#app/ui/display/notice';
import { Select } from '#app/ui/forms/select';
import { FileInput } from '#app/ui/forms/file-input';
import { FormErrors } from '#app/ui/forms/form-errors';
import { Card } from '#app/ui/layout/card';
import { Columns } from '#app/ui/layout/columns';
import { PageHeader } from '#app/ui/layout/page-header';
import { LOT_DOCUMENT_KINDS, type LotDocumentKind } from '../products/terms';
import { nextState, PUBLIC_STATES, type LotState } from '../vocabulary/lot-lifecycle';
import { lotTitle } from '../vocabulary/lot-title';
import type { ListingDoubts } from '../list-lot/listing-doubts';
import { BelowFloorStatementCard } from '../below-floor/below-floor-statement-card';
import type { AskLook } from './look-at-ask.server';
import type { RepriceDoubts } from './reprice-lot.server';
import { withdrawWords } from '../vocabulary/withdraw-words';
import type { OwnLotPage } from './own-lot-page.server';
import { DecisionList } from '../review-lot/decision-list';
import { RepriceForm } from './reprice-form';
import { LotDocumentsCard } from '../show-lot/lot-documents-card';
import { LotFactsCard } from '../show-lot/lot-facts-card';
import { LotPicture } from '../show-lot/lot-picture';
import { BandHistoryCard } from '../lot-band/band-history-card';
import { PriceCard } from '../show-lot/price-card';
import { ConfirmDoubts } from '../list-lot/confirm-doubts';
import { StateBadge } from '../vocabulary/state-badge';
import { useWords } from '#app/platform/i18n/use-words';
import { RequestId } from '#app/ui/forms/request-id';

const KIND_CHOICE: Record<LotDocumentKind, string> = {
  photo: 'catalogue:document.photo',
  assay: 'catalogue:document.assay',
  certificate: 'catalogue:document.certificate',
};

/** What happens next with a lot in this state, in one sentence. */
const NEXT: Record<LotState, string> = {
  draft: 'catalogue:own.nextDraft',
  submitted: 'catalogue:own.nextSubmitted',
  listed: 'catalogue:own.nextListed',
  sold: 'catalogue:own.nextSold',
  closed: 'catalogue:own.nextClosed',
  withdrawn: 'catalogue:own.nextWithdrawn',
  expired: 'catalogue:own.nextExpired',
};

const NEXT_IN_PART: Partial<Record<LotState, string>> = {
  listed: 'catalogue:own.partOrdered',
  withdrawn: 'catalogue:own.nextOffPart',
  expired: 'catalogue:own.nextOffPart',
};

interface OwnLotScreenProps extends OwnLotPage {
  problems: Problem[];
  /** The new ask as typed, when it came back. */
  typedAsk: string | null;
  /** Where that would stand, when somebody looked. */
  askLook: AskLook | null;
  /** What must be said before it counts. */
  repriceDoubts: RepriceDoubts | null;
  /** Why it is under the floor, as typed before. */
  belowFloorReason: string;
  /** What must be confirmed before the draft is sent. */
  doubts: ListingDoubts | null;
  mayWrite: boolean;
  maySubmit: boolean;
  /** What another room adds: the check of an offer. */
  offer: ReactNode;
  /** And why nobody could order the lot. */
  orders: ReactNode;
}

/**
 * One of the cooperative's own lots: where it stands, what happens next, and everything that may be done with
 * it.
 */
export function OwnLotScreen(props: OwnLotScreenProps) {
  const {
    lot,
    band,
    converted,
    history,
    documents,
    decisions,
    accepted,
    problems,
    typedAsk,
    repriceDoubts,
    askLook,
    belowFloorReason,
    belowFloor,
    royaltyKnown,
    programmeName,
    doubts,
    mayWrite,
    maySubmit,
    offer,
    orders,
  } = props;
  const words = useWords();
  const { t } = words;
  const title = lotTitle(lot, words);
  // A part that is ordered was ordered by these terms.
  const whole = lot.availableQuantity === lot.quantity;
  const leave = withdrawWords(lot.state);
  const can = (action: 'edit' | 'submit' | 'reprice' | 'withdraw') =>
    nextState(lot.state, action, 'cooperative') !== null;
  return (
    <>
      <PageHeader
        title={title}
        breadcrumbs={{
          label: t('catalogue:lot.trail'),
          items: [{ label: t('catalogue:own.title'), href: '/cooperative/lots' }, { label: lot.number }],
        }}
        badges={<StateBadge state={lot.state} />}
        actions={
          <>
            {mayWrite && whole && can('edit') ? (
              <LinkButton href={`/cooperative/lots/${lot.id}/edit`} kind="quiet">
                {t('catalogue:own.edit')}
              </LinkButton>
            ) : null}
            {PUBLIC_STATES.includes(lot.state) ? (
              <LinkButton href={`/lots/${lot.id}`} kind="quiet">
                {t('catalogue:own.publicPage')}
              </LinkButton>
            ) : null}
          </>
        }
      />
      <FormErrors title={t('catalogue:own.problem')} errors={formErrors(problems, t)} />
      <Columns
        asideFirst
        aside={
          <PriceCard lot={lot} band={band} converted={converted} workingHref={null}>
            <div className="mt-4 space-y-4 border-t border-line pt-4">
              <p>{t(whole ? NEXT[lot.state] : (NEXT_IN_PART[lot.state] ?? NEXT[lot.state]))}</p>
              {orders}
              {can('submit') && !accepted ? (
                <Notice tone="warn" action={<a href="/cooperative/application">{t('catalogue:own.toApplication')}</a>}>
                  {t('catalogue:refusal.notAccepted')}
                </Notice>
              ) : null}
              {can('submit') && !royaltyKnown ? (
                <Notice tone="warn" title={t('catalogue:charges.unsetTitle')}>
                  {t('catalogue:charges.unsetOwn', { programme: programmeName ?? '–' })}
                </Notice>
              ) : null}
              {can('submit') && accepted && royaltyKnown && maySubmit ? (
                <form method="post" className="space-y-3">
                  <RequestId />
                  {doubts ? (
                    <ConfirmDoubts
                      doubts={doubts}
                      reason={belowFloorReason}
                      error={fieldError(problems, 'belowFloorReason', t)}
                    />
                  ) : null}
                  <Button name="intent" value="submit" block>
                    {t('catalogue:own.submit')}
                  </Button>
                </form>
              ) : null}
              {can('submit') && accepted && royaltyKnown && !maySubmit ? (
                <p className="text-soft">{t('catalogue:own.managerSubmits')}</p>
              ) : null}
              {mayWrite && can('reprice') ? (
                <RepriceForm
                  lot={lot}
                  typed={typedAsk}
                  doubts={repriceDoubts}
                  look={askLook}
                  reason={belowFloorReason}
                  problems={problems}
                />
              ) : null}
              {mayWrite && can('withdraw') ? (
                <Disclosure summary={t(leave.offer)}>
                  <form method="post" className="space-y-3">
                    <RequestId />
                    <p className="text-soft">{t(leave.text)}</p>
                    <Button name="intent" value="withdraw" kind="danger">
                      {t(leave.button)}
                    </Button>
                  </form>
                </Disclosure>
              ) : null}
            </div>
          </PriceCard>
        }
        main={
          <>
            <DecisionList decisions={decisions} />
            {belowFloor ? <BelowFloorStatementCard statement={belowFloor} currency={lot.currency} /> : null}
            {offer}
            <LotPicture lot={lot} documents={documents} label={title} />
            <LotFactsCard lot={lot} />
            <BandHistoryCard history={history} />
            <LotDocumentsCard documents={documents} photos />
            {mayWrite && ['draft', 'submitted', 'listed'].includes(lot.state) ? (
              <UploadCard problems={problems} />
            ) : null}
          </>
        }
      />
    </>
  );
}

function UploadCard({ problems }: { problems: Problem[] }) {
  const { t } = useWords();
  return (
    <Card title={t('catalogue:document.add')}>
      <form method="post" encType="multipart/form-data" className="space-y-4">
        <RequestId />
        <input type="hidden" name="intent" value="attach" />
        <Select
          name="kind"
          label={t('catalogue:document.kind')}
          options={LOT_DOCUMENT_KINDS.map((kind) => ({ value: kind, label: t(KIND_CHOICE[kind]) }))}
          required
        />
        <FileInput
          name="file"
          label={t('catalogue:document.file')}
          hint={t('catalogue:document.fileHint')}
          accept=".pdf,.jpg,.jpeg,.png,.webp"
          required
          error={fieldError(problems, 'file', t)}
        />
        <Button kind="quiet" icon="upload">
          {t('catalogue:document.upload')}
        </Button>
      </form>
    </Card>
  );
}
