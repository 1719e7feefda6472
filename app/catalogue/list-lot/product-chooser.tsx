import { Card } from '#app/ui/layout/card';
import { MineralGlyph } from '../art/mineral-glyph';
import { PRODUCT_FORMS, productKey, findProduct, type ProductForm } from '../products/products';
import { familyOf, MINERAL_FAMILIES } from '../products/minerals';
import { FAMILY_LABEL, PRODUCT_LABEL } from '../vocabulary/labels';
import { useWords } from '#app/platform/i18n/use-words';

/** The first of the five fields: what is for sale. A link each, so that the form after it fits the good. */
export function ProductChooser({ recent }: { recent: string[] }) {
  const { t } = useWords();
  const again = recent.map(findProduct).filter((product) => product !== null);
  return (
    <div className="space-y-5">
      {again.length > 0 ? <Products title={t('catalogue:form.again')} products={again} /> : null}
      {MINERAL_FAMILIES.map((family) => (
        <Products
          key={family}
          title={t(FAMILY_LABEL[family])}
          products={PRODUCT_FORMS.filter((product) => familyOf(product.mineral) === family)}
        />
      ))}
    </div>
  );
}

function Products({ title, products }: { title: string; products: readonly ProductForm[] }) {
  const { t } = useWords();
  return (
    <Card title={title}>
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-2 min-[26rem]:grid-cols-2 lg:grid-cols-3">
        {products.map((product) => {
          const key = productKey(product);
          return (
            <li key={key}>
              <a
                href={`/cooperative/lots/new?product=${encodeURIComponent(key)}`}
                className="flex min-h-12 items-center gap-3 rounded-control border border-line px-3 py-2 text-ink no-underline hover:border-oxide hover:bg-oxide-tint"
              >
                <MineralGlyph mineral={product.mineral} />
                <span className="min-w-0">{t(PRODUCT_LABEL[key] ?? key)}</span>
              </a>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
