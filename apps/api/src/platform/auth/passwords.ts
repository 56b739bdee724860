import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';

// argon2id, 19 MiB, two passes: the recommendation of OWASP.
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

@Injectable()
export class Passwords {
  private readonly nobodys = hash('nobody has this password', PARAMETERS);

  hash(password: string): Promise<string> {
    return hash(password, PARAMETERS);
  }

  /** Takes as long for a member who does not exist or has set no password. */
  async isRight(password: string, stored: string | null): Promise<boolean> {
    const isMatch = await verify(stored ?? (await this.nobodys), password);
    return isMatch && stored !== null;
  }
}
