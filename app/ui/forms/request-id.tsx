/** Hidden key of one form showing: a second send of the same form has no second effect. */
export function RequestId({ value }: { value: string }) {
  return <input type="hidden" name="requestId" value={value} />;
}
