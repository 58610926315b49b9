#include "pipeline/extract/coded_fields.hpp"

#include "pipeline/extract/barcodes.hpp"
#include "pipeline/extract/zones.hpp"

#include <algorithm>

namespace vidimus::pipeline {
namespace {

bool samePlace(const Mrz& a, const Mrz& b)
{
    const Region one = boundsOf(a.quad), other = boundsOf(b.quad);
    return intersected(one, other).area() > 0.5 * std::min(one.area(), other.area());
}

/// A zone of the page and what else it was read as.
struct ReadZone {
    Mrz zone;
    std::vector<Mrz> others;
};

/// Two engines may have read one zone: the reading of which more check digits hold stands for it.
std::vector<ReadZone> zonesOf(const std::vector<Mrz>& readings)
{
    std::vector<ReadZone> zones;
    for (const Mrz& reading : readings) {
        const auto same = std::find_if(
            zones.begin(), zones.end(), [&](const ReadZone& known) { return samePlace(known.zone, reading); });
        if (same == zones.end()) {
            zones.push_back({reading, {}});
            continue;
        }
        same->others.push_back(reading);
        if (holdingDigits(reading) > holdingDigits(same->zone))
            std::swap(same->zone, same->others.back());
    }
    return zones;
}

/// Reads the zones of the page by other means until this one was read alike.
Result<void> addOtherReadings(PassReader& reader, PageIndex page, ReadZone& zone)
{
    for (const char* variant : {"scaled", "binarised", "grey"}) {
        if (readAlike(zone.zone, zone.others))
            break;
        const auto again = reader.pass({.what = "codes", .page = page, .variant = variant});
        if (!again && again.error().kind == ErrorKind::Unsupported)
            continue;
        if (!again)
            return again.error();
        for (const Mrz& other : (*again)->zones)
            if (samePlace(other, zone.zone))
                zone.others.push_back(other);
    }
    return {};
}

} // namespace

Result<void> addCodedFields(Document& document, PassReader& reader, const PartFrame& frame,
    const profiles::Profile& profile, PluginServices& services, Date asOf)
{
    const auto codes = reader.pass({.what = "codes", .page = frame.part.page});
    if (!codes && codes.error().kind == ErrorKind::Unsupported)
        return {};
    if (!codes)
        return codes.error();
    const auto add = [&](std::vector<Field> fields, const Quad& quad) {
        for (Field& field : fields) {
            frame.place(field, boundsOf(quad));
            field.pass = keyOf((*codes)->request);
            const auto spec = std::find_if(profile.fields.begin(), profile.fields.end(),
                [&](const profiles::FieldSpec& one) { return one.id == field.id; });
            if (spec != profile.fields.end())
                validate(field, *spec, services);
            document.fields.push_back(std::move(field));
        }
    };
    for (ReadZone& read : zonesOf((*codes)->zones)) {
        if (!frame.holds(read.zone.quad))
            continue;
        if (const auto more = addOtherReadings(reader, frame.part.page, read); !more)
            return more.error();
        add(fieldsOfZone(read.zone, read.others, asOf), read.zone.quad);
    }
    for (const Code& code : (*codes)->codes)
        if (frame.holds(code.quad))
            add(fieldsOfCode(code, profile), code.quad);
    return {};
}

} // namespace vidimus::pipeline
