/** Why a delivery could not be made, in words for the desk; whether waiting can help. */

/** True wherever a delivery ends, at its first file or among its last: files are placed whole, none before those that it needs. [SI3] */
export const allIsWhole = 'What readers find is whole, as it was before or as it was sent by then'

export class DeliveryFailure extends Error {
  /** `transient`: tried again by itself; `permanent`: somebody has to do something first. */
  readonly kind: 'transient' | 'permanent'
  constructor(kind: DeliveryFailure['kind'], message: string) {
    super(message)
    this.name = 'DeliveryFailure'
    this.kind = kind
  }
}
