#include "pipeline/extract/coded_fields.hpp"

#include "pipeline/extract/barcodes.hpp"
#include "pipeline/extract/zones.hpp"

#include <algorithm>

namespace vidimus::pipeline {
namespace {

/// Was this zone read alike by other means?
Result<bool> readTwice(PassReader& reader, PageIndex page, const Mrz& zone)
{
    for (const char* variant : {"scaled", "binarised", "grey"}) {
        const auto again = reader.pass({.what = "codes", .page = page, .variant = variant});
        if (!again && again.error().kind == ErrorKind::Unsupported)
            continue;
        if (!again)
            return again.error();
        if (std::any_of((*again)->zones.begin(), (*again)->zones.end(),
                [&](const Mrz& other) { return other.lines == zone.lines; }))
            return true;
    }
    return false;
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
    for (const Mrz& zone : (*codes)->zones) {
        if (!frame.holds(zone.quad))
            continue;
        const auto twice = readTwice(reader, frame.part.page, zone);
        if (!twice)
            return twice.error();
        add(fieldsOfZone(zone, *twice, asOf), zone.quad);
    }
    for (const Code& code : (*codes)->codes)
        if (frame.holds(code.quad))
            add(fieldsOfCode(code, profile), code.quad);
    return {};
}

} // namespace vidimus::pipeline
