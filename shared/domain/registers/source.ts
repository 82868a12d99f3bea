const PREFIX = 'register ';

/** What a date read from a register cites: "register evidence.csv row 12". The label is cut to fit. */
export const registerSource = (label: string, row: number): string => `${PREFIX}${label.slice(0, 120)} row ${row}`;

/** Whether a date was read from a register, and not entered by a person. */
export const isRegisterSource = (source: string): boolean => source.startsWith(PREFIX);
