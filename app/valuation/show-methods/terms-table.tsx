import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/platform/i18n/use-format';
import { DataTable } from '#app/ui/display/table';
import { BAND_LEVELS, type Method } from '../methods/method';
import { termLines, type TermLine } from '../methods/term-fields';
import { LEVEL_LABEL } from '../vocabulary/method-labels';
import { figureLabel } from './figure-labels';

/** Every figure of a method; or of a proposal those that change, each beside what it was, or those that stay. */
export function TermsTable({
  method,
  before,
  lines,
}: {
  method: Method;
  before?: Method;
  lines?: readonly TermLine[];
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const old = new Map(
    (before ? termLines(before) : []).flatMap(({ cells }) => cells.map((cell) => [cell.path, cell.value])),
  );
  const value = (path: string, now: string) => {
    const was = old.get(path);
    const shown = format.number(now);
    if (was === undefined || was === now) return shown;
    return (
      <span>
        <del className="text-soft">{format.number(was)}</del> <strong>{shown}</strong>
      </span>
    );
  };
  return (
    <DataTable
      caption={t('pricing:methods.figures')}
      captionHidden
      rows={(lines ?? termLines(method)).map((line) => ({ ...line, label: figureLabel(line, { t, format }) }))}
      rowKey={(line) => line.cells[0]?.path ?? line.label}
      columns={[
        { key: 'label', header: t('pricing:methods.figureHead'), rowHeader: true, cell: (line) => line.label },
        ...BAND_LEVELS.map((level) => ({
          key: level,
          header: t(LEVEL_LABEL[level]),
          align: 'end' as const,
          cell: (line: ReturnType<typeof termLines>[number]) => {
            const cell = line.cells.find((one) => one.level === level || one.level === null);
            return cell ? value(cell.path, cell.value) : null;
          },
        })),
      ]}
    />
  );
}
