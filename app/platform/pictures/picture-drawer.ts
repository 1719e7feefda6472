export type PictureType = 'image/jpeg' | 'image/png' | 'image/webp';

/** `broken`: no whole picture. `too-heavy`: more pixels, memory or time than is given. `busy`: too many wait already. */
export type Drawn =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly why: 'broken' | 'too-heavy' | 'busy' };

export type Picture = { bytes: Uint8Array; type: PictureType };

/** Draws pictures anew, in processes of its own. */
export type PictureDrawer = {
  draw(picture: Picture): Promise<Drawn>;
  stop(): Promise<void>;
};
