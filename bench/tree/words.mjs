// What the generated sources are made of.
import { randomFrom } from '../load/sink.mjs';

const NOUNS =
  'account address alert app asset avatar badge banner basket billing booking branch brand campaign card cart catalog category channel chart checkout choice client column comment company contact content contract coupon currency customer dashboard dataset delivery department device discount document domain draft employee entry event feature feed field file filter folder form goal grid header history image inbox index invoice item job label language layout ledger license line link list location login manager map margin market member menu message metric model module month name note notice offer option order owner page panel partner password payment period person plan policy position post price product profile project promotion property purchase quantity query quota range rate record refund region report request review reward role route row rule sale schedule score search section segment seller service session setting shipment shop slot source space stage state status step stock store story subscription summary supplier table tag target task tax team template tenant ticket timeline token topic total tour trade transfer trial unit upload user value variant vendor version view visit voucher wallet widget window workflow workspace zone'.split(
    ' ',
  );
const VERBS =
  'add apply archive assign attach build cancel change check clear close collect compare complete compute confirm convert copy count create decode delete describe detach disable download enable encode expand fetch filter find finish format get handle hide join list load lock mark measure merge migrate move normalize notify open parse pause pick prepare print publish read rebuild reduce refresh register release remove rename render replace reset resolve restore resume retry save scan select send serialize show sort split start stop store submit sync toggle transform unlock update validate verify wrap write'.split(
    ' ',
  );
const ADJECTIVES =
  'active archived available blocked bulk cached closed compact current daily default deleted draft empty enabled expired external final first global hidden initial internal invalid last latest local locked main manual missing monthly nested new next old open optional paid partial pending previous primary private public raw ready recent related remote required secondary selected shared single sorted stale static total unique unread valid visible weekly'.split(
    ' ',
  );

/** Draws numbers and words, the same ones for the same seed. */
export class Draw {
  constructor(seed) {
    this.next = randomFrom(seed);
  }

  below(limit) {
    return Math.floor(this.next() * limit);
  }

  chance(probability) {
    return this.next() < probability;
  }

  of(list) {
    return list[this.below(list.length)];
  }

  /** Around `median`, with the long tail that file sizes have. */
  logNormal(median, sigma) {
    const normal = Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
    return median * Math.exp(sigma * normal);
  }

  noun() {
    return this.of(NOUNS);
  }

  variable() {
    return this.of(ADJECTIVES) + capital(this.of(NOUNS));
  }

  action() {
    return this.of(VERBS) + capital(this.of(NOUNS)) + (this.chance(0.3) ? capital(this.of(NOUNS)) : '');
  }

  type() {
    return capital(this.of(NOUNS)) + capital(this.of(NOUNS));
  }

  sentence() {
    const words = Array.from({ length: 5 + this.below(9) }, () =>
      this.of(this.chance(0.4) ? VERBS : this.chance(0.5) ? NOUNS : ADJECTIVES),
    );
    return `${capital(words.join(' '))}.`;
  }
}

export function capital(word) {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
