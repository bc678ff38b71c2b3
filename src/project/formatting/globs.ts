import picomatch from 'picomatch';

/** Whether a glob takes a path that is relative to where it stands; one without a slash is for files in any folder. */
export function matchesGlob(path: string, glob: string): boolean {
  try {
    return picomatch.isMatch(path, glob.includes('/') ? glob.replace(/^\.?\//, '') : `**/${glob}`, {
      dot: true,
    });
  } catch {
    // It is no glob, or one of many thousands of characters.
    return false;
  }
}
