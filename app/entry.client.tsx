/**
 * Remix asks for a browser entry. Pages are complete HTML and are not hydrated (docs/decisions): this file is
 * built but no page loads it. The enhancement script that pages do load is public/enhance.js.
 */
export {};
