import type { LoaderFunctionArgs } from '@remix-run/node';
import { productName } from '#app/catalogue/vocabulary/lot-title';
import { NotFound } from '#app/platform/http/errors';
import { readerLocale } from '#app/platform/i18n/reader-locale.server';
import { translator } from '#app/platform/i18n/translator.server';
import { certificatePdf } from '#app/evidence/certificate/certificate-pdf.server';
import { orderProduct } from '#app/trading/orders/own-orders.server';

/** The certificate to print, in the reader's language. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const locale = await readerLocale(request);
  const t = translator(locale);
  const goodsOf = async (order: string) => {
    const product = await orderProduct(context.deps, order);
    return product && productName(product, { t });
  };
  const pdf = await certificatePdf(context.deps, { sha256: params['hash'] ?? '', locale, goodsOf });
  if (!pdf) throw new NotFound();
  return new Response(new Uint8Array(pdf), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="certificate-${(params['hash'] ?? '').slice(0, 12)}.pdf"`,
      'Content-Language': locale,
      'Cache-Control': 'no-store',
      'X-Robots-Tag': 'noindex',
    },
  });
}
