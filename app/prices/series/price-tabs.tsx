import { useTranslation } from 'react-i18next';
import { Tabs } from '#app/ui/layout/tabs';

const PAGES = [
  { href: '/programme/prices', labelKey: 'pricing:imports.tab.imports' },
  { href: '/programme/prices/waiting', labelKey: 'pricing:imports.tab.waiting' },
  { href: '/programme/prices/rates', labelKey: 'pricing:imports.tab.rates' },
  { href: '/programme/prices/local', labelKey: 'pricing:imports.tab.local' },
  { href: '/programme/prices/series', labelKey: 'pricing:imports.tab.series' },
  { href: '/prices/status', labelKey: 'pricing:imports.tab.status' },
  { href: '/prices', labelKey: 'pricing:imports.tab.public' },
] as const;

/** The parts of the programme's work on prices. */
export function PriceTabs({ current }: { current: string }) {
  const { t } = useTranslation();
  const items = PAGES.map(({ href, labelKey }) => ({ href, label: t(labelKey), current: href === current }));
  return <Tabs label={t('pricing:imports.tab.label')} items={items} />;
}
