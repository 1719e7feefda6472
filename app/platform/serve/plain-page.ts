type Words = { locale: string; text: string; home: string; testPayments: string | null };

/** A page for what never reaches the application: complete by itself, in the site's colours. */
export function plainPage({ locale, text, home, testPayments }: Words): string {
  return `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Fairlode</title><link rel="icon" href="/favicon.svg"><link rel="stylesheet" href="/plain.css"></head>
<body>${testPayments === null ? '' : `<p class="banner">${escaped(testPayments)}</p>`}<main><p><strong>Fairlode</strong></p><h1>${escaped(text)}</h1><p><a href="/">${escaped(home)}</a></p></main></body>
</html>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
