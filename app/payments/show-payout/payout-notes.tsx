import { useTranslation } from 'react-i18next';

/** Who wrote what about a payout whose sums differ: neither side's words replace the other's. */
export function PayoutNotes({ note, staffNote }: { note: string | null; staffNote: string | null }) {
  const { t } = useTranslation();
  return (
    <>
      {note ? <p className="mt-1">{t('payments:note.ofTreasurer', { note })}</p> : null}
      {staffNote ? <p className="mt-1">{t('payments:note.ofStaff', { note: staffNote })}</p> : null}
    </>
  );
}
