import { PageHeader } from '#app/ui/layout/page-header';
import { ProductChooser } from './product-chooser';
import { useWords } from '#app/platform/i18n/use-words';

/** The first question on its own page: the other four fit what was chosen. */
export function ProductScreen({ recent }: { recent: string[] }) {
  const { t } = useWords();
  return (
    <>
      <PageHeader
        title={t('catalogue:form.newTitle')}
        sub={t('catalogue:form.chooseSub')}
        breadcrumbs={{
          label: t('catalogue:lot.trail'),
          items: [
            { label: t('catalogue:own.title'), href: '/cooperative/lots' },
            { label: t('catalogue:form.newTitle') },
          ],
        }}
      />
      <ProductChooser recent={recent} />
    </>
  );
}
