/** A case calls a file as the person did who brought it in. */
export const fileNames = `
ALTER TABLE case_files ADD COLUMN uploader TEXT;
UPDATE case_files SET uploader = (
  SELECT by FROM uploads WHERE uploads.sha256 = case_files.sha256
  ORDER BY by = (SELECT applicant FROM cases WHERE id = case_id) DESC, at LIMIT 1);
`;
