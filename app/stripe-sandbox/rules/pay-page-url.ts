/** Where a buyer pays a session: on the product's own address, so that a browser needs no other. */
export function payPageUrl(settings: { publicUrl: string }, sessionId: string): string {
  return `${settings.publicUrl}/sandbox/pay/${sessionId}`;
}
