import type { ReactNode } from 'react';
import type { Problem } from '#app/platform/http/problems';
import { fieldError, formErrors } from '#app/platform/http/problems';
import { Button } from '#app/ui/actions/button';
import { ButtonRow } from '#app/ui/actions/button-row';
import { Checkbox } from '#app/ui/forms/choices';
import { FormErrors } from '#app/ui/forms/form-errors';
import { RequestId } from '#app/ui/forms/request-id';
import { Card } from '#app/ui/layout/card';
import { PageHeader } from '#app/ui/layout/page-header';
import type { ProductForm } from '../products/products';
import type { ListingDoubts } from './listing-doubts';
import type { LotInput } from '../vocabulary/lot-input';
import type { LotPreview } from './lot-preview.server';
import { AssayFields } from './assay-fields';
import { BandPreview, BAND_PREVIEW_ID } from './band-preview';
import { LotDetailFields } from './lot-detail-fields';
import { LotFields } from './lot-fields';
import { ConfirmDoubts } from './confirm-doubts';
import { useWords } from '#app/platform/i18n/use-words';

interface LotFormScreenProps {
  mode: 'new' | 'edit';
  /** The page's own address: where the form goes and the preview comes from. */
  action: string;
  product: ProductForm;
  values: LotInput;
  currencies: string[];
  preview: LotPreview;
  problems: Problem[];
  /** What must be confirmed before the lot is listed. */
  doubts: ListingDoubts | null;
  /** Why it is under the floor, as typed before. */
  belowFloorReason: string;
  requestId: string;
  /** Whether the actor may send the lot to be listed at once. */
  mayList: boolean;
  backHref: string;
  /** What another room adds to the preview: why nobody could order it. */
  orders: ReactNode;
}

/**
 * The form of a lot with its band beside it, live where scripts run. The server checks the fields: a band
 * needs no ask yet.
 */
export function LotFormScreen(props: LotFormScreenProps) {
  const { mode, action, product, values, currencies, preview, problems, doubts, requestId, mayList, backHref, orders } =
    props;
  const { t } = useWords();
  const error = (name: string) => fieldError(problems, name, t);
  const editing = mode === 'edit';
  return (
    <>
      <PageHeader
        title={editing ? t('catalogue:form.editTitle') : t('catalogue:form.newTitle')}
        sub={editing ? t('catalogue:form.editSub') : t('catalogue:form.newSub')}
        breadcrumbs={{
          label: t('catalogue:lot.trail'),
          items: [
            { label: t('catalogue:own.title'), href: backHref },
            { label: editing ? t('catalogue:form.editTitle') : t('catalogue:form.newTitle') },
          ],
        }}
      />
      <FormErrors title={t('catalogue:form.problem')} errors={formErrors(problems, t)} />
      <form
        method="post"
        action={action}
        noValidate
        data-preview={action}
        data-preview-target={BAND_PREVIEW_ID}
        className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-[minmax(0,1.25fr)_minmax(0,1fr)] lg:gap-6"
      >
        <RequestId value={requestId} />
        <div className="min-w-0 space-y-5">
          <Card>
            <LotFields
              product={product}
              values={values}
              currencies={currencies}
              error={error}
              changeHref={editing ? null : '/cooperative/lots/new'}
            />
            <div className="mt-6 border-t border-line pt-3">
              <AssayFields product={product} values={values} error={error} />
              <Checkbox
                name="womenLed"
                label={t('catalogue:form.womenLed')}
                hint={t('catalogue:form.womenLedHint')}
                defaultChecked={values.womenLed ?? false}
              />
            </div>
          </Card>
          {editing ? (
            <Card title={t('catalogue:form.details')}>
              <LotDetailFields values={values} error={error} />
            </Card>
          ) : null}
        </div>
        <BandPreview preview={preview} orders={orders} />
        {/* A reason that was typed comes along while nothing asks for it. */}
        {props.belowFloorReason && !doubts?.belowFloor ? (
          <input type="hidden" name="belowFloorReason" value={props.belowFloorReason} />
        ) : null}
        {doubts ? (
          <div className="lg:col-span-2">
            <Card>
              <ConfirmDoubts doubts={doubts} reason={props.belowFloorReason} error={error('belowFloorReason')} />
            </Card>
          </div>
        ) : null}
        <ButtonRow>
          {/* The first button is the one that Enter presses: it only looks. */}
          <Button name="intent" value="preview" kind="quiet" formAction={`${action}#${BAND_PREVIEW_ID}`}>
            {t('catalogue:form.seeBand')}
          </Button>
          {editing ? (
            <Button name="intent" value="save">
              {t('catalogue:form.save')}
            </Button>
          ) : (
            <>
              {mayList ? (
                <Button name="intent" value="list">
                  {t('catalogue:form.list')}
                </Button>
              ) : null}
              <Button name="intent" value="draft" kind={mayList ? 'quiet' : 'primary'}>
                {t('catalogue:form.draft')}
              </Button>
            </>
          )}
        </ButtonRow>
      </form>
    </>
  );
}
