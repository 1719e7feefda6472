import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/platform/i18n/use-format';
import { DocumentLink } from '#app/ui/actions/document-link';
import { CHOICE_LABEL } from '../labels';
import type { RequirementLine } from './evidence-in-force.server';

/** What was put forward: the paper, the statement or the text, with its dates. `large` shows pictures as pictures. */
export function EvidenceShown({
  line: { form, evidence, status },
  large = false,
  mayOpen = true,
}: {
  line: RequirementLine;
  large?: boolean;
  /** Whether the reader's role opens papers (documents/paper-access). */
  mayOpen?: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!evidence) return null;
  const { document, statement, expiresOn, recordedAt } = evidence;
  const kilobytes = document ? format.number(Math.max(1, Math.ceil(document.sizeBytes / 1024))) : '';
  const href = document && mayOpen ? `/documents/${document.documentId}` : null;
  return (
    <div className="space-y-2">
      {document ? (
        <DocumentLink
          href={href}
          name={document.fileName}
          detail={t('verification:evidence.file', {
            type: document.contentType.split('/')[1]?.toUpperCase() ?? '',
            kilobytes,
            date: format.date(recordedAt),
          })}
        />
      ) : null}
      {document && href && large && document.contentType.startsWith('image/') ? (
        <a href={href} className="block">
          <img
            src={href}
            alt={document.fileName}
            loading="lazy"
            className="max-h-96 w-full rounded-control border border-line bg-sand object-contain"
          />
        </a>
      ) : null}
      {statement ? (
        <blockquote className="border-l-4 border-line pl-4 whitespace-pre-line">
          {form === 'choice' ? t(CHOICE_LABEL[statement] ?? statement) : statement}
        </blockquote>
      ) : null}
      {!document && statement ? (
        <p className="text-sm text-soft">{t('verification:evidence.stated', { date: format.date(recordedAt) })}</p>
      ) : null}
      {expiresOn ? (
        <p className={status === 'expired' ? 'text-sm font-semibold text-red' : 'text-sm text-soft'}>
          {t(status === 'expired' ? 'verification:evidence.expired' : 'verification:evidence.validUntil', {
            date: format.date(expiresOn),
          })}
        </p>
      ) : null}
    </div>
  );
}
