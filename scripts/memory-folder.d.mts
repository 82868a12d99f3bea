export declare const memoryFolder: (options?: { readonly at?: string; readonly room?: number }) => { readonly path: string; readonly remove: () => void } | undefined;
