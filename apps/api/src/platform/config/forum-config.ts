export interface DemonstrationConfig {
  /** Of every person of the demonstration forum. */
  readonly password: string;
  /** Nobody chose it, so it is printed at start. */
  readonly isPasswordRandom: boolean;
  /** Sign-in by one click: only where nobody else can reach the address. */
  readonly hasOneClick: boolean;
}

/** Everything that may be set, read once at start. */
export abstract class ForumConfig {
  abstract readonly port: number;
  abstract readonly host: string;
  abstract readonly dataDirectory: string;
  /** null: the embedded PostgreSQL in `dataDirectory`. */
  abstract readonly databaseUrl: string | null;
  /** Origins that may write, as in an `Origin` header. Empty: only what the request itself was sent to. */
  abstract readonly publicOrigins: readonly string[];
  /** `__Host-` and `Secure` cookies. */
  abstract readonly hasSecureCookies: boolean;
  abstract readonly trustsProxy: boolean;
  abstract readonly demonstration: DemonstrationConfig | null;
  abstract readonly logLevel: string;
}
