/** The European Central Bank's file as it is laid out, with these days and rates. */
export function ecbFile(days: Record<string, Record<string, string>>): string {
  const cubes = Object.entries(days).map(([time, rates]) => {
    const lines = Object.entries(rates).map(([currency, rate]) => `<Cube currency='${currency}' rate='${rate}'/>`);
    return `<Cube time='${time}'>${lines.join('')}</Cube>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
  <gesmes:subject>Reference rates</gesmes:subject>
  <gesmes:Sender><gesmes:name>European Central Bank</gesmes:name></gesmes:Sender>
  <Cube>${cubes.join('\n')}</Cube>
</gesmes:Envelope>`;
}
