import 'reflect-metadata';
import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { plainToInstance, Type } from 'class-transformer';
import { ArrayNotEmpty, IsInt, IsISO8601, IsString, Matches, Min, ValidateNested, validateSync } from 'class-validator';
import { StartProblem } from '../start/start-problem.js';

const FOOTER = /^expert-forum-backup 1 ([0-9a-f]{64}) (\d{12})\n$/;
const FOOTER_BYTES = 'expert-forum-backup 1 '.length + 64 + 1 + 12 + 1;

/** One table's rows in PostgreSQL's text form of COPY, in the order of the primary key. */
export class TableCopy {
  @Matches(/^\w+$/)
  name: string;

  @Matches(/^\w+$/, { each: true })
  columns: string[];

  /** Where its rows begin in the file, and how many bytes they are. */
  @IsInt()
  @Min(0)
  offset: number;

  @IsInt()
  @Min(0)
  bytes: number;

  @Matches(/^[0-9a-f]{64}$/)
  sha256: string;
}

/** What a backup holds. It stands behind the rows, since their hashes are only known then. */
export class BackupManifest {
  @IsISO8601()
  takenAt: string;

  /** The schema of the copy: migrations that had run, in order. */
  @ArrayNotEmpty()
  @IsString({ each: true })
  migrations: string[];

  /** A table stands behind those that it refers to. */
  @ValidateNested({ each: true })
  @Type(() => TableCopy)
  tables: TableCopy[];
}

/** Ends a backup: the manifest and, in a line of known length, its hash and length. */
export async function writeManifest(file: FileHandle, manifest: BackupManifest): Promise<void> {
  const bytes = Buffer.from(`${JSON.stringify(manifest)}\n`);
  const footer = `expert-forum-backup 1 ${sha256(bytes)} ${String(bytes.length).padStart(12, '0')}\n`;
  await file.appendFile(Buffer.concat([bytes, Buffer.from(footer)]));
}

/** @throws StartProblem `backup-unreadable` if the file is cut, changed or something else */
export async function readManifest(path: string): Promise<BackupManifest> {
  const file = await open(path).catch((error: Error) => Promise.reject(unreadable(path, error.message)));
  try {
    const { size } = await file.stat();
    const [, hash, length] = FOOTER.exec((await readAt(file, size - FOOTER_BYTES, FOOTER_BYTES)).toString()) ?? [];
    if (hash === undefined) throw unreadable(path, 'its last line is not that of a backup');
    const bytes = await readAt(file, size - FOOTER_BYTES - Number(length), Number(length));
    if (sha256(bytes) !== hash) throw unreadable(path, 'its list of tables was changed');
    const manifest = plainToInstance(BackupManifest, JSON.parse(bytes.toString()));
    if (validateSync(manifest).length > 0) throw unreadable(path, 'its list of tables is malformed');
    return manifest;
  } finally {
    await file.close();
  }
}

export const unreadable = (file: string, detail: string): StartProblem => new StartProblem('backup-unreadable', { file, detail });

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  if (position < 0) return Buffer.alloc(0);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
