import { useTranslation } from 'react-i18next';
import { Badge } from '#app/ui/display/badge';
import type { ProposalRow } from './list-proposals.server';
import { asideHref, proposalBadge } from './proposal-labels';

/** Where a proposal stands, with the way to what still has to be done. */
export function StateOfProposal({ row }: { row: ProposalRow }) {
  const { t } = useTranslation();
  const { labelKey, tone } = proposalBadge(row);
  const badge = <Badge tone={tone}>{t(labelKey)}</Badge>;
  if (!row.aside || row.aside.state === 'rejected') return badge;
  if (row.aside.state === 'superseded')
    return (
      <span className="inline-flex max-w-44 flex-col items-end gap-1 whitespace-normal">
        {badge}
        <span className="text-sm text-soft">{t('pricing:rates.state.superseded')}</span>
      </span>
    );
  return (
    <span className="inline-flex flex-col items-end gap-1">
      {badge}
      <a href={asideHref(row.aside)} className="inline-block py-1 text-sm">
        {t('pricing:rates.proposal.twoPeopleLink')}
      </a>
    </span>
  );
}
