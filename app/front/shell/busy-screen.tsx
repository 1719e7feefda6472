import { useTranslation } from 'react-i18next';
import { Button, LinkButton } from '#app/ui/actions/button';
import { EmptyState } from '#app/ui/display/empty-state';
import type { Busy } from './failure-context.tsx';

/** Too many at once: nothing was changed, and one press sends the same again. What was typed is in the page. */
export function BusyScreen({ action, form, wasSent }: Busy) {
  const { t } = useTranslation();
  return (
    <>
      <title>{`${t('platform:busy.title')} · Fairlode`}</title>
      <EmptyState title={t('platform:busy.title')} icon="warning" action={<Again action={action} form={form} />}>
        <p>{t(wasSent && !form ? 'platform:busy.fillAgain' : 'platform:busy.text')}</p>
      </EmptyState>
    </>
  );
}

function Again({ action, form }: Pick<Busy, 'action' | 'form'>) {
  const { t } = useTranslation();
  if (!form) return <LinkButton href={action}>{t('platform:busy.again')}</LinkButton>;
  return (
    <form method="post" action={action}>
      {form.fields.map(([name, value], index) => (
        <input key={index} type="hidden" name={name} value={value} />
      ))}
      <Button>{t('platform:busy.again')}</Button>
    </form>
  );
}
