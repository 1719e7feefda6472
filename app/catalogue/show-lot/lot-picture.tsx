import { LotArt } from '../art/lot-art';
import { stampOf } from '../art/stamp';
import type { LotDocument } from './lot-documents.server';

type Pictured = { mineral: string; form: string; grades: readonly { unit: string; value: string }[] };

/** The first photo large and the others under it. A drawing where there is none. */
export function LotPicture({ lot, documents, label }: { lot: Pictured; documents: LotDocument[]; label: string }) {
  const [first, ...more] = documents.filter((document) => document.kind === 'photo');
  const stamp = stampOf(lot.grades[0]);
  if (!first) return <LotArt mineral={lot.mineral} form={lot.form} label={label} {...(stamp ? { stamp } : {})} />;
  return (
    <div className="space-y-3">
      <img
        src={`/documents/${first.documentId}`}
        alt={label}
        width={960}
        height={600}
        className="aspect-[16/10] h-auto w-full rounded-card bg-sand-deep object-cover"
      />
      {more.length > 0 ? (
        <ul className="grid grid-cols-3 gap-3 sm:grid-cols-4">
          {more.map((photo, index) => (
            <li key={photo.documentId}>
              <a href={`/documents/${photo.documentId}`} className="block">
                <img
                  src={`/documents/${photo.documentId}`}
                  alt={`${label} (${index + 2})`}
                  width={240}
                  height={150}
                  loading="lazy"
                  className="aspect-[16/10] h-auto w-full rounded-control bg-sand-deep object-cover"
                />
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
