import { useTranslation } from 'react-i18next';
import { Button } from '#app/ui/actions/button';
import { Notice } from '#app/ui/display/notice';
import { Card } from '#app/ui/layout/card';
import { PageHeader } from '#app/ui/layout/page-header';
import type { HeldForm } from './held-form';
import { HiddenFields } from './hidden-fields';

/** After signing in: the form goes out again only by its owner's press, since another person may have signed in on this device. */
export function SendHeldScreen({ held, name }: { held: HeldForm; name: string }) {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('identity:held.ready')} sub={t('identity:held.signedInAs', { name })} />
      <div className="max-w-md">
        <Card>
          <form method="post" action={held.action} className="space-y-5">
            <HiddenFields fields={held.fields} />
            <p>{t('identity:held.kept')}</p>
            {held.hadFiles ? <Notice tone="warn">{t('identity:held.files')}</Notice> : null}
            <Button block>{t('identity:held.send')}</Button>
          </form>
          <p className="mt-5 border-t border-line pt-4">
            <a href={held.action}>{t('identity:held.drop')}</a>
          </p>
        </Card>
      </div>
    </>
  );
}
