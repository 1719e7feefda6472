import { useTranslation } from 'react-i18next';
import type { LongWork } from '#app/platform/jobs/long-work.server';
import { useFormat } from '#app/platform/i18n/use-format';
import { Notice } from '#app/ui/display/notice';
import { Progress } from '#app/ui/display/progress';
import { Card } from '#app/ui/layout/card';

/** How far the valuing of all open lots is; the page asks again by itself while it runs. */
export function BandWork({ work }: { work: LongWork }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { state, done, total, failure, requestedAt, endedAt } = work;
  if (state === 'failed')
    return (
      <Notice tone="error" title={t('pricing:methods.work.title')}>
        {t(failure ?? 'pricing:methods.work.failed')}
      </Notice>
    );
  if (state === 'done') {
    const at = format.date(endedAt ?? requestedAt, 'time');
    return <Notice tone="success">{t('pricing:methods.work.done', { total: format.number(total), at })}</Notice>;
  }
  return (
    <Card>
      <Progress
        label={t('pricing:methods.work.title')}
        value={done}
        max={Math.max(total, 1)}
        text={
          total === 0
            ? t('pricing:methods.work.waiting')
            : t('pricing:methods.work.running', { done: format.number(done), total: format.number(total) })
        }
      />
    </Card>
  );
}
