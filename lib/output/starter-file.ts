/** A file of a new project. */
export interface StarterFile {
  /** Path in the folder of the project. */
  readonly path: string;
  /** The whole content. */
  readonly text: string;
}
