import { DocumentLink } from '#app/ui/actions/document-link';
import { Card } from '#app/ui/layout/card';
import type { LotDocumentKind } from '../products/terms';
import type { LotDocument } from './lot-documents.server';
import { useWords } from '#app/platform/i18n/use-words';

const KIND_LABEL: Record<LotDocumentKind, string> = {
  photo: 'catalogue:document.photo',
  assay: 'catalogue:document.assay',
  certificate: 'catalogue:document.certificate',
};

/**
 * The lot's papers. Photos stand at the top of the page. Who may open a paper is decided where it is served.
 */
export function LotDocumentsCard({
  documents,
  photos = false,
  note,
  mayOpen = true,
}: {
  documents: LotDocument[];
  photos?: boolean;
  note?: string;
  /** False for who may only know that they are there. */
  mayOpen?: boolean;
}) {
  const { t, format } = useWords();
  const shown = documents.filter((document) => photos || document.kind !== 'photo');
  return (
    <Card title={t('catalogue:document.title')}>
      {shown.length === 0 ? <p className="text-soft">{t('catalogue:document.none')}</p> : null}
      <ul className="divide-y divide-line">
        {shown.map((document) => (
          <li key={document.documentId}>
            <DocumentLink
              href={mayOpen ? `/documents/${document.documentId}` : null}
              name={document.fileName}
              detail={[
                t(KIND_LABEL[document.kind]),
                `${format.number(kilobytes(document.sizeBytes))} kB`,
                format.date(document.uploadedAt),
              ].join(', ')}
            />
          </li>
        ))}
      </ul>
      {note && shown.length > 0 ? <p className="mt-2 text-sm text-soft">{note}</p> : null}
    </Card>
  );
}

function kilobytes(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / 1000));
}
