/** Why a delivery could not be made, in words for the desk; whether waiting can help. */

export class DeliveryFailure extends Error {
  /** `transient`: tried again by itself; `permanent`: somebody has to do something first. */
  readonly kind: 'transient' | 'permanent'
  constructor(kind: DeliveryFailure['kind'], message: string) {
    super(message)
    this.name = 'DeliveryFailure'
    this.kind = kind
  }
}
