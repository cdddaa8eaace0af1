/** The programmes that come with Aidflow. A folder holds a programme as its authors write it. */
export const programmeFolders: Record<string, URL> = {
  dibao: new URL('../dibao/', import.meta.url),
  internship: new URL('../internship/', import.meta.url),
};
