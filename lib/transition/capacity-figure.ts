/** Smallest and largest number of copies. */
export interface CopyCounts {
  /** Smallest number. */
  readonly min: number;
  /** Largest number. */
  readonly max: number;
}

/** Number of copies of a resource that work before, during and after an update. */
export interface CapacityFigure {
  /** Logical id. */
  readonly resource: string;
  /** Component that the resource belongs to. */
  readonly component: string;
  /** `replicas` for a read replica of a database. Absent: the component itself. */
  readonly part?: 'replicas';
  /** Unit of the numbers. */
  readonly unit: 'tasks' | 'instances' | 'shards';
  /** Instance class or type in the first template. Absent: not stated. */
  readonly sizeBefore?: string;
  /** Instance class or type in the second template. Absent: not stated. */
  readonly sizeAfter?: string;
  /** Copies in the first template; 0 when it does not have the resource. */
  readonly before: CopyCounts;
  /** Smallest number of copies that work during the update. */
  readonly during: number;
  /** Copies in the second template; 0 when it does not have the resource. */
  readonly after: CopyCounts;
}
