import { importStep, type ImportCommand } from '../import-machine.ts';
import type { ImportStatus } from '../import-record.ts';
import type { Walk } from './walk.ts';

export const walkImport: Walk<ImportStatus, ImportCommand> = (status, command) => importStep(status, command);
