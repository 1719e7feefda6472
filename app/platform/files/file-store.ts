/** Private storage for uploaded files, keyed by an opaque name. */
export type FileStore = {
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** Null where no such file is kept. */
  get(key: string): Promise<Uint8Array | null>;
  /** A second time does nothing. */
  remove(key: string): Promise<void>;
};
