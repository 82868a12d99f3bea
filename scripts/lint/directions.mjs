// Which way imports go: the table behind the lint rule `varco/imports`.
//
// A folder is named by its path from the root; the longest one that holds a file decides. It may import its own files
// (but not those of a folder inside it that has a line of its own, unless named) and
//   folders   files below these folders, or single files
//   packages  npm packages, or one file of a package; 'node' stands for node:*, '*' for every package but electron and FORBIDDEN_WITH_STAR
// Where a folder has no line here, the rule says so: a new folder needs a decision.

/** Not for plain Node code unless named: the window, the page, and what only builds and tests. */
export const FORBIDDEN_WITH_STAR = [
  'electron', 'react', 'react-dom', 'react-router', 'react-aria-components', 'react-hook-form', 'react-i18next', '@visx/*', '@tanstack/*',
  '@playwright/*', 'axe-core', 'playwright', 'vitest', 'vite', 'electron-builder',
];

/** Small tools of the core that its subsystems may use; the rest of its root puts them together and is above them. */
const CORE_TOOLS = ['shared', 'electron/core/workers.ts', 'electron/core/worker-job.ts', 'electron/core/canonical.ts'];
const PAGE = ['react', 'react-dom', 'react-aria-components', 'react-hook-form', '@internationalized/date', '@tanstack/react-virtual', '@visx/*', 'zod', 'clsx'];

export const DIRECTIONS = {
  'shared/domain': { folders: [], packages: ['zod', '@internationalized/date'] },
  // data: one file per country, and what reads them
  'shared/jurisdictions': { folders: ['shared/domain'], packages: [] },
  'shared/checklists': { folders: ['shared/domain', 'shared/jurisdictions'], packages: [] },
  // data: one file per version of a recipient profile, and what reads them
  'shared/profiles': { folders: ['shared/domain'], packages: [] },
  // data: one file per version of the questions, and what reads them
  'shared/forms': { folders: ['shared/domain'], packages: [] },
  // data: words to leave out, one list per language
  'shared/leave-out': { folders: ['shared/domain'], packages: [] },
  // data: one file per domain of need, and what reads them
  'shared/library': { folders: ['shared/domain'], packages: [] },
  'shared/i18n': { folders: ['shared/domain'], packages: ['i18next'] },
  'shared/contract': { folders: ['shared/domain', 'shared/jurisdictions'], packages: ['zod', '@orpc/contract'] },

  'electron/core/vault': { folders: CORE_TOOLS, packages: ['*', 'node'] },
  'electron/core/envelope': { folders: CORE_TOOLS, packages: ['*', 'node'] },
  'electron/core/documents': { folders: CORE_TOOLS, packages: ['*', 'node'] },
  'electron/core/scans': { folders: CORE_TOOLS, packages: ['*', 'node'] },
  'electron/core/services': { folders: [...CORE_TOOLS, 'electron/core/scans', 'electron/core/vault', 'electron/core/envelope', 'electron/core/documents', 'electron/core/file-grants.ts', 'electron/core/read-limited.ts', 'electron/core/save-file.ts'], packages: ['*', 'node'] },
  'electron/core': { folders: ['shared', 'electron/core'], packages: ['*', 'node'] },
  'electron/cli': { folders: ['shared', 'electron/core'], packages: ['*', 'node'] },
  'electron/main': { folders: ['shared', 'electron/core'], packages: ['electron', '*', 'node', '#cli'] },
  'electron/preload': { folders: ['shared'], packages: ['electron'] },

  'renderer/pdf': { folders: ['shared', 'renderer/design'], packages: ['react', 'react-i18next', 'pdfjs-dist'] },
  'renderer/design': { folders: ['shared'], packages: [...PAGE, 'react-i18next'] },
  'renderer': { folders: ['shared', 'renderer'], packages: [...PAGE, 'react-router', 'react-i18next', 'i18next', '@orpc/client', '@orpc/contract'] },

  'scripts/default-app': { folders: [], packages: ['electron', 'node'] },
  'scripts': { folders: [], packages: ['*', 'node', 'electron/package.json', 'electron/checksums.json', 'vite', 'electron-builder'] },
  'tests': { folders: ['shared', 'electron', 'renderer', 'scripts'], packages: ['*', 'node', '@playwright/*', 'axe-core', 'vitest'] },
  '': { folders: ['shared', 'scripts'], packages: ['*', 'node', '@playwright/test', 'vite', 'vitest'] },
};

/** What tests beside the source may import on top of their folder. */
export const BESIDE_SOURCE = { folders: ['shared', 'tests', 'scripts', 'electron/core/demo'], packages: ['vitest', 'zod', 'node'] };
