/** Families of EC2 instance types, as the text of a pattern without groups, and whose prices theirs follow, nearest first. */
interface FamilyLine {
  readonly families: string;
  readonly like: readonly string[];
}

/**
 * The nearest older family of the same line: the same purpose, processor maker and extras (d local disks, n network,
 * b block storage). The first line that matches a family applies, so families with extras precede the plain family.
 */
export const EC2_FAMILY_LINES: readonly FamilyLine[] = [
  { families: 't\\d\\w*', like: ['t3', 't2'] },

  { families: 'm1', like: ['m3'] },
  { families: 'm2', like: ['r3'] },
  { families: 'm\\d+gd', like: ['m6gd'] },
  { families: 'm\\d+g\\w*', like: ['m6g'] },
  { families: 'm\\d+azn', like: ['m5zn'] },
  { families: 'm\\d+a', like: ['m6a', 'm5a'] },
  { families: 'm\\d+idn', like: ['m5dn'] },
  { families: 'm\\d+id\\w*', like: ['m5d'] },
  { families: 'm\\d+in\\w*', like: ['m5n'] },
  { families: 'm\\d+i?(?:b|-flex)?', like: ['m6i', 'm5'] },

  { families: 'c1', like: ['c3'] },
  { families: 'c\\d+gd', like: ['c6gd'] },
  { families: '(?:c\\d+gn|hpc7g)', like: ['c6gn'] },
  { families: 'c\\d+g\\w*', like: ['c6g'] },
  { families: 'c\\d+a', like: ['c6a', 'c5a'] },
  { families: 'c\\d+id', like: ['c5d'] },
  { families: 'c\\d+in\\w*', like: ['c5n'] },
  { families: 'c\\d+i?(?:b|-flex)?', like: ['c6i', 'c5'] },

  { families: 'cr1', like: ['r3'] },
  { families: 'r\\d+gd', like: ['r6gd'] },
  { families: 'r\\d+g\\w*', like: ['r6g'] },
  { families: 'r\\d+iz', like: ['z1d'] },
  { families: 'r\\d+a', like: ['r5a'] },
  { families: 'r\\d+idn', like: ['r5dn'] },
  { families: 'r\\d+id\\w*', like: ['r5d'] },
  { families: 'r\\d+in\\w*', like: ['r5n'] },
  { families: 'r\\d+ib', like: ['r5b'] },
  { families: 'r\\d+i?(?:-flex)?', like: ['r6i', 'r5'] },

  { families: 'x\\d+gd?', like: ['x2gd', 'r6gd'] },
  { families: 'x\\d+i\\w*', like: ['x2iedn', 'x1e'] },
  { families: 'u(?:7in?)?-\\w+', like: ['u-12tb1', 'u-6tb1'] },

  { families: '(?:i4g|i8ge?|im4gn|is4gen)', like: ['im4gn', 'i3en'] },
  { families: 'i\\d+ie?', like: ['i3en', 'i3'] },
  { families: 'h1', like: ['d2'] },

  { families: 'g3s', like: ['g3'] },
  { families: '(?:g4ad|g5g)', like: ['g4dn'] },
  { families: 'gr?\\d+(?:[a-z]\\w*)?', like: ['g5', 'g4dn'] },
  { families: '(?:p\\d\\w*(?:-\\w+)?|dl1)', like: ['p3dn', 'p3'] },
  { families: '(?:inf|trn)\\w+', like: ['inf1'] },
  { families: 'f[12]', like: ['f1', 'c5'] },
  { families: 'vt1', like: ['c5'] },
];
