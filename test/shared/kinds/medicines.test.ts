import { describe, expect, it } from 'vitest'
import { findMedicineClass, type MedicineClass } from '../../../shared/kinds/medicines.ts'

describe('the class of a medicine', () => {
  it.each<[MedicineClass, readonly string[]]>([
    ['diuretic-thiazide-like', ['Indapamid', 'HCT 25', 'chlorthalidone', 'Chlortalidon']],
    ['diuretic-loop', ['Frusemide', 'Lasix 40', 'Torasemid AL 10 mg', 'torsemide']],
    ['diuretic-potassium-sparing', ['Spironolacton', 'Aldactone']],
    ['statin', ['ATORVASTATIN', 'Lipitor', 'Rosuvastatin-ratiopharm 10 mg']],
    ['long-acting-beta-agonist', ['Symbicort', 'arformoterol']],
    ['salbutamol', ['albuterol', 'Ventolin inhaler']],
    ['calcium-channel-blocker', ['Amlodipin', 'Norvasc']],
    ['ace-inhibitor', ['Ramipril 5']],
    ['arb', ['Candesartan', 'Diovan']],
    ['oestrogen', ['Estradiol', 'oestradiol gel', 'Östrogen']],
    ['beta-blocker', ['Metoprolol succinat', 'Concor 5']],
    ['corticosteroid', ['Prednisolon', 'Methylprednisolone']],
    ['quinine', ['Chinin', 'Limptar N']],
    ['supplement', ['Magnesium', 'Vitamin D3', 'Zink']],
  ])('%s is known by the names %j', (medicineClass, names) => {
    expect(names.map(findMedicineClass)).toEqual(names.map(() => medicineClass))
  })

  it('of two medicines in one tablet is the first of the list', () => {
    expect(findMedicineClass('Ramipril/Hydrochlorothiazid')).toBe('diuretic-thiazide-like')
  })

  it.each(['', 'Wonderol', 'Lasixol', 'instatin'])('of %j is not known', name => {
    expect(findMedicineClass(name)).toBeNull()
  })
})
