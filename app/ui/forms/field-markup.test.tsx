import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { FormErrors } from './form-errors';
import { TextInput } from './text-input';
import { MoneyInput } from './unit-inputs';

describe('a control with a hint and an error', () => {
  const markup = renderToStaticMarkup(
    <TextInput name="lots[0].name" label="Name" hint="As on the licence" error="Too short" required />,
  );

  it('ties label, hint and error to the control', () => {
    expect(markup).toContain('for="lots-0-name"');
    expect(markup).toContain('id="lots-0-name"');
    expect(markup).toContain('aria-describedby="lots-0-name-hint lots-0-name-error"');
    expect(markup).toContain('id="lots-0-name-hint"');
    expect(markup).toContain('id="lots-0-name-error"');
    expect(markup).toContain('aria-invalid="true"');
  });

  it('is the target of its line in the error summary', () => {
    const summary = renderToStaticMarkup(
      <FormErrors title="Look" errors={[{ name: 'lots[0].name', message: 'Too short' }]} />,
    );
    expect(summary).toContain('href="#lots-0-name"');
    expect(summary).toContain('role="alert"');
  });
});

describe('a control without faults', () => {
  it('says nothing of errors', () => {
    const markup = renderToStaticMarkup(<TextInput name="name" label="Name" />);
    expect(markup).not.toContain('aria-invalid=');
    expect(markup).not.toContain('aria-describedby');
    expect(renderToStaticMarkup(<FormErrors title="Look" errors={[]} />)).toBe('');
  });
});

describe('a money field', () => {
  it('sends the only currency with the amount', () => {
    const markup = renderToStaticMarkup(
      <MoneyInput name="ask" label="Ask" currencies={['MZN']} currencyName="currency" />,
    );
    expect(markup).toContain('<input type="hidden" name="currency" value="MZN"/>');
  });

  it('offers several currencies as a named choice', () => {
    const markup = renderToStaticMarkup(
      <MoneyInput
        name="ask"
        label="Ask"
        currencies={['MZN', 'USD']}
        currencyName="currency"
        currencyLabel="Currency"
        defaultCurrency="USD"
      />,
    );
    expect(markup).toContain('aria-label="Currency"');
    expect(markup).toContain('<option value="USD" selected="">');
  });
});
