import type { CardField, CardProblem, TypedCard } from '../rules/cards/card-form';
import { html, type Html } from './html';
import { pageFrame } from './page-frame';
import { declineKey, FIELD_LABEL, problemKey, SAMPLE_CARDS, type SampleCard, type Words } from './page-words';

/** What every page of a session shows. Amounts are formatted in the reader's language already. */
export type PageSession = {
  id: string;
  amount: string;
  items: { name: string; description: string | null; quantity: string; amount: string }[];
  /** Where the buyer goes back to without paying. Null: nowhere. */
  cancelUrl: string | null;
};

export type PayPage = {
  locale: string;
  t: Words;
  session: PageSession;
  methods: { card: boolean; bank: boolean };
  typed: TypedCard;
  problems: Partial<Record<CardField, CardProblem>>;
  /** The bank's answer to the last attempt. Null: there was none. */
  declineCode: string | null;
};

/**
 * The form to pay a session with: a card, or a bank transfer. Works without scripts. Nothing typed is lost on
 * an error.
 */
export function payPage(page: PayPage): string {
  const { locale, t, session, methods } = page;
  const title = t('payments:sandbox.title', { amount: session.amount });
  const children = html`<div class="columns">
    ${summary(session, t)}
    <div class="ways">
      ${methods.card ? cardSection(page) : null}
      ${methods.card && methods.bank ? html`<p class="or"><span>${t('payments:sandbox.or')}</span></p>` : null}
      ${methods.bank ? bankSection(page) : null}
    </div>
  </div>`;
  return pageFrame({ locale, t, title, children });
}

export function summary(session: PageSession, t: Words): Html {
  const { items, amount, cancelUrl } = session;
  return html`<section class="summary" aria-labelledby="sum">
    <h1 id="sum">${t('payments:sandbox.summary.heading')} <b>${amount}</b></h1>
    <ul class="items">
      ${items.map(
        (item) =>
          html`<li>
            <span
              ><strong>${item.name}</strong
              >${item.description === null ? null : html`<small>${item.description}</small>`}${item.quantity === '1' ? null : html`<small>× ${item.quantity}</small>`}</span
            >
            <span class="n">${item.amount}</span>
          </li>`,
      )}
      <li class="total"><span>${t('payments:sandbox.summary.total')}</span><span class="n">${amount}</span></li>
    </ul>
    ${cancelUrl === null ? null : html`<p><a class="back" href="${cancelUrl}">${t('payments:sandbox.summary.cancel')}</a></p>`}
  </section>`;
}

const FIELDS: readonly {
  name: CardField;
  autocomplete: string;
  inputmode: string;
  hint: string | null;
  half: boolean;
}[] = [
  { name: 'number', autocomplete: 'cc-number', inputmode: 'numeric', hint: null, half: false },
  { name: 'expiry', autocomplete: 'cc-exp', inputmode: 'text', hint: 'payments:sandbox.card.expiryHint', half: true },
  { name: 'cvc', autocomplete: 'cc-csc', inputmode: 'numeric', hint: 'payments:sandbox.card.cvcHint', half: true },
  { name: 'name', autocomplete: 'cc-name', inputmode: 'text', hint: null, half: false },
];

function cardSection(page: PayPage): Html {
  const { session, t } = page;
  return html`<section class="card" aria-labelledby="by-card">
    <h2 id="by-card">${t('payments:sandbox.card.heading')}</h2>
    ${errors(page)} ${samples(page)}
    <form method="post" action="/sandbox/pay/${session.id}" novalidate>
      <input type="hidden" name="way" value="card" />
      <div class="fields">${FIELDS.map((field) => fieldRow(field, page))}</div>
      <button>${t('payments:sandbox.card.pay', { amount: session.amount })}</button>
    </form>
  </section>`;
}

function fieldRow(field: (typeof FIELDS)[number], { typed, problems, t }: PayPage): Html {
  const problem = problems[field.name];
  const described = [
    ...(field.hint === null ? [] : [`${field.name}-hint`]),
    ...(problem ? [`${field.name}-problem`] : []),
  ];
  const described_by = described.length > 0 ? html`aria-describedby="${described.join(' ')}"` : null;
  return html`<div class="${field.half ? 'field half' : 'field'}">
    <label for="${field.name}">${t(FIELD_LABEL[field.name])}</label>
    ${field.hint === null ? null : html`<p class="hint" id="${field.name}-hint">${t(field.hint)}</p>`}
    <input
      id="${field.name}"
      name="${field.name}"
      value="${typed[field.name]}"
      autocomplete="${field.autocomplete}"
      inputmode="${field.inputmode}"
      aria-required="true"
      ${problem ? html`aria-invalid="true"` : null}
      ${described_by}
    />
    ${problem ? html`<p class="problem" id="${field.name}-problem">${t(problemKey(field.name, problem))}</p>` : null}
  </div>`;
}

function errors({ problems, declineCode, t }: PayPage): Html | null {
  const found = Object.entries(problems) as [CardField, CardProblem][];
  if (found.length === 0 && declineCode === null) return null;
  return html`<div class="errors" role="alert" tabindex="-1">
    <h3>${t('payments:sandbox.problem.heading')}</h3>
    ${declineCode === null ? null : html`<p>${t(declineKey(declineCode))}</p>`}
    ${
      found.length === 0
        ? null
        : html`<ul>
            ${found.map(([field, problem]) => html`<li><a href="#${field}">${t(problemKey(field, problem))}</a></li>`)}
          </ul>`
    }
  </div>`;
}

function samples({ session, t }: PayPage): Html {
  const cards = Object.entries(SAMPLE_CARDS) as [SampleCard, (typeof SAMPLE_CARDS)[SampleCard]][];
  return html`<details class="samples">
    <summary>${t('payments:sandbox.sample.heading')}</summary>
    <p class="hint">${t('payments:sandbox.sample.intro')}</p>
    <ul>
      ${cards.map(
        ([name, card]) =>
          html`<li>
            <a href="/sandbox/pay/${session.id}?fill=${name}#number"
              ><span class="n">${card.number}</span> <span>${t(card.label)}</span></a
            >
          </li>`,
      )}
    </ul>
  </details>`;
}

function bankSection({ session, t }: PayPage): Html {
  return html`<section class="card" aria-labelledby="by-bank">
    <h2 id="by-bank">${t('payments:sandbox.bank.heading')}</h2>
    <p>${t('payments:sandbox.bank.text')}</p>
    <form method="post" action="/sandbox/pay/${session.id}">
      <input type="hidden" name="way" value="bank" />
      <button class="quiet">${t('payments:sandbox.bank.choose')}</button>
    </form>
  </section>`;
}
