/** Fields that a form carries without showing them; a name may come more than once. */
export function HiddenFields({ fields }: { fields: [name: string, value: string][] }) {
  return fields.map(([name, value], index) => <input key={index} type="hidden" name={name} value={value} />);
}
