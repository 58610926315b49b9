#include "app/pack_template.hpp"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <iterator>

namespace vidimus::app {
namespace {

namespace fs = std::filesystem;

/// ISO 3166-1 alpha-2 and a document, both in lower case.
bool isPackId(const std::string& id)
{
    const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.'; };
    const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
    return id.size() > 3 && id.size() <= 80 && letter(id[0]) && letter(id[1]) && id[2] == '.' && id[3] != '.'
        && id.back() != '.' && id.back() != '-' && std::all_of(id.begin(), id.end(), plain);
}

std::string replaced(std::string text, std::string_view from, std::string_view to)
{
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

/// The template's text with its ids replaced. Longer ids go before the ones they contain.
std::string renamed(std::string text, const std::string& id)
{
    const std::string jurisdiction = id.substr(0, 2);
    std::string code = jurisdiction, project = id;
    for (char& c : code)
        c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    std::replace_if(
        project.begin(), project.end(), [](char c) { return c == '.' || c == '-'; }, '_');
    for (const auto& [from, to] :
        {std::pair<std::string, std::string>{"zz.hunting-licence", id}, {"zembla_hunting_licence", project},
            {"\"ZZ\"", "\"" + code + "\""}, {"\"zz.", "\"" + jurisdiction + "."}, {"`zz.", "`" + jurisdiction + "."}})
        text = replaced(std::move(text), from, to);
    return text;
}

Error trouble(ErrorKind kind, const fs::path& path, const std::string& what)
{
    return {kind, path.string() + ": " + what, "app"};
}

Result<void> copyRenamed(const fs::path& from, const fs::path& to, const std::string& id)
{
    std::error_code error;
    fs::create_directories(to.parent_path(), error);
    if (error)
        return trouble(ErrorKind::System, to.parent_path(), error.message());
    std::ifstream source(from, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(source), {}};
    std::ofstream copy(to, std::ios::binary);
    copy << renamed(text, id);
    copy.close();
    if (!source || !copy)
        return trouble(ErrorKind::System, to, "could not be written");
    return {};
}

} // namespace

Result<void> newPack(const std::string& id, const fs::path& folder, const fs::path& templateFolder)
{
    if (!isPackId(id))
        return Error{ErrorKind::Refused,
            id
                + ": a pack's id is a country's two letters, a dot and the document, in lower case: "
                  "xx.school-certificate",
            "app"};
    std::error_code error;
    if (fs::exists(folder, error) && !fs::is_empty(folder, error))
        return trouble(ErrorKind::Refused, folder, "is there already and not empty; name another folder");
    if (!fs::is_regular_file(templateFolder / "plugin.toml", error))
        return trouble(ErrorKind::NotFound, templateFolder, "the template is not installed here");
    for (const auto& entry : fs::recursive_directory_iterator(templateFolder, error)) {
        if (!entry.is_regular_file())
            continue;
        const auto copied = copyRenamed(entry.path(), folder / fs::relative(entry.path(), templateFolder), id);
        if (!copied)
            return copied;
    }
    return error ? Result<void>(trouble(ErrorKind::System, templateFolder, error.message())) : Result<void>();
}

} // namespace vidimus::app
