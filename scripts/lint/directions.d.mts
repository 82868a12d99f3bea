export interface Directions {
  readonly folders: readonly string[];
  readonly packages: readonly string[];
}
export const DIRECTIONS: Readonly<Record<string, Directions>>;
export const BESIDE_SOURCE: Directions;
export const FORBIDDEN_WITH_STAR: readonly string[];
