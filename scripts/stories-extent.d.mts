export function storiesExtent(args: readonly string[]): { readonly limit: number; readonly env: Readonly<Record<string, string>> };
