#pragma once
#include "fake_file.hpp"
#include "pipeline/classify/classify.hpp"
#include "pipeline/extract/extract.hpp"

#include <gmock/gmock.h>

namespace vidimus::tests {

using namespace pipeline;
using profiles::FieldKind;
using profiles::FieldSpec;

inline FieldSpec spec(std::string id, FieldKind kind, std::vector<std::string> labels)
{
    FieldSpec field;
    field.id = std::move(id);
    field.kind = kind;
    field.labels = std::move(labels);
    return field;
}

/// An invented licence.
inline profiles::Profile licence()
{
    profiles::Profile profile;
    profile.id = "zz.licence";
    profile.languages = "chi_sim+eng";
    profile.recognisers.push_back({{"LICENCE"}, {}, 1.0, {}});
    profile.fields
        = {spec("holder.name.han", FieldKind::HanName, {"姓名", "Name"}), spec("holder.sex", FieldKind::Sex, {"性别"}),
            spec("holder.birth-date", FieldKind::Date, {"出生日期", "Date of birth"}),
            spec("document.number", FieldKind::Number, {"编码", "No."}),
            spec("qualification.number", FieldKind::Number, {"资格证书编码"}),
            spec("institution.name", FieldKind::Text, {"执业机构"}),
            spec("valid.from", FieldKind::Date, {"有效期", "Valid from"}),
            spec("valid.until", FieldKind::Date, {"有效期", "Valid until"})};
    profile.fields[5].lines = 2;
    profile.fields[7].last = true;
    return profile;
}

/// Extracts from drawn lines by a profile that each test may change.
class Extraction : public testing::Test {
protected:
    Document extract(const std::vector<Line>& lines)
    {
        FakeFile file(lines);
        file.again = again;
        file.zones = zones;
        file.registrations = registrations;
        const Document document = extract(file);
        registered = file.registered;
        return document;
    }
    Document extract(FakeFile& file)
    {
        Reading reading;
        PassReader reader(file, reading, {});
        const auto set = profiles::ProfileSet::of({profile});
        auto documents = classifyFile(reader, {0}, set, {profile.id});
        EXPECT_TRUE(documents.ok() && documents->size() == 1);
        EXPECT_TRUE(extractFields(documents->front(), reader, set, services, *Date::parse("2026-11-22")).ok());
        rereads = file.rereads;
        return documents->front();
    }
    static std::string value(const Document& document, std::string_view id)
    {
        const Field* field = document.field(id);
        return field ? field->value : "absent";
    }

    profiles::Profile profile = licence();
    FakeServices services;
    std::function<std::string(const PassRequest&, std::string)> again;
    std::vector<Mrz> zones;
    int rereads = 0;
    std::map<std::string, Registration> registrations;
    int registered = 0;
};

} // namespace vidimus::tests
