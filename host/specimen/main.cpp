#include "specimen/recipe.hpp"
#include "specimen/sheet.hpp"
#include "specimen/specimen.hpp"
#include "specimen/trust.hpp"

#include <CLI/CLI.hpp>

#include <fstream>
#include <iostream>

// The program behind `vidimus specimen`: it alone links what draws and degrades.
namespace {

using namespace vidimus;
using namespace vidimus::specimen;

// Exit statuses of the outside contract.
constexpr int usage = 64, ownFailure = 70;

struct Arguments {
    std::string data, out, asOf, recipe, onlyCase, sheet, outDir, trustDir;
    std::optional<std::uint64_t> person;
    bool list = false;
    Request request;
};

int report(const Error& error)
{
    std::cerr << "vidimus specimen: " << error.message << '\n';
    return error.kind == ErrorKind::System ? ownFailure : usage;
}

void declare(CLI::App& app, Arguments& arguments)
{
    Request& request = arguments.request;
    app.add_option("profile", request.profile, "what to draw; --list names all");
    app.add_option("--data", arguments.data, "JSON object of field id and value; the rest is invented to fit");
    app.add_option("--out", arguments.out, "FILE.png, FILE.jpg or FILE.pdf; FILE.*.truth.json is written beside it");
    app.add_option("--layout", request.layout, "name, or number from 1 (default: chosen by the seed)");
    app.add_option("--side", request.side, "of a card")->check(CLI::IsMember({"front", "back", "both"}));
    app.add_option("--seed", request.seed, "the same seed gives the same bytes (default 1)");
    app.add_option("--person", arguments.person, "seed of the person alone, to draw the same one on several documents");
    app.add_option("--scan", request.degradations,
           "print and scan: clean, scan, blur, uneven, dpi200, photo, skew, noise, jpeg")
        ->delimiter(',');
    app.add_option("--alter", request.alterations, "alterations by name; --list names all")->delimiter(',');
    app.add_option("--lang", request.langs, "print only these languages")->delimiter(',');
    app.add_option("--as-of", arguments.asOf, "the deciding date to draw for (default 2026-11-22)");
    app.add_option("--dpi", request.dpi.value, "of pictures (default 300)")->check(CLI::Range(72.0, 1200.0));
    app.add_option("--sign", request.trust, "folder of the signer for the alterations that sign");
    app.add_option("--recipe", arguments.recipe, "JSON or TOML list of specimens to make into --out-dir");
    app.add_option("--sheet", arguments.sheet, "draw this sheet of a pack's specimens/ to --out");
    app.add_option("--case", arguments.onlyCase, "of the recipe, make this case alone");
    app.add_option("--out-dir", arguments.outDir, "folder for --recipe");
    app.add_option("--make-trust", arguments.trustDir, "writes root.pem, signer.pem and signer.key there");
    app.add_flag("--list", arguments.list, "profiles, layouts, alterations and degradations as JSON");
}

int makeTrustFolder(const Arguments& arguments)
{
    auto trust = makeTrust(arguments.request.seed);
    if (!trust)
        return report(trust.error());
    if (auto written = writeTrust(*trust, arguments.trustDir); !written)
        return report(written.error());
    return 0;
}

int cookRecipe(const Arguments& arguments)
{
    if (arguments.outDir.empty())
        return report({ErrorKind::Malformed, "--recipe needs --out-dir.", "specimen"});
    auto recipe = readRecipe(arguments.recipe);
    if (!recipe)
        return report(recipe.error());
    if (!arguments.onlyCase.empty())
        std::erase_if(*recipe, [&](const RecipeCase& entry) { return entry.name != arguments.onlyCase; });
    if (recipe->empty())
        return report({ErrorKind::NotFound, arguments.recipe + " has no case " + arguments.onlyCase + ".", "specimen"});
    if (auto cooked = cook(*recipe, arguments.outDir, arguments.request.trust); !cooked)
        return report(cooked.error());
    return 0;
}

Result<void> readData(const std::string& path, Facts& facts)
{
    std::ifstream file(path);
    if (!file)
        return Error{ErrorKind::NotFound, path + " could not be opened.", "specimen"};
    auto read = factsFromJson(nlohmann::json::parse(file, nullptr, false));
    if (!read)
        return read.error();
    facts = std::move(*read);
    return {};
}

int drawOneSheet(const Arguments& arguments)
{
    const auto kind = kindOf(arguments.out);
    if (!kind)
        return report({ErrorKind::Malformed, "--sheet needs --out FILE.png, FILE.jpg or FILE.pdf.", "specimen"});
    const auto bytes = drawSheet(arguments.sheet, *kind, arguments.request.dpi);
    if (!bytes)
        return report(bytes.error());
    std::ofstream file(arguments.out, std::ios::binary | std::ios::trunc);
    file << *bytes;
    file.close();
    return file ? 0 : report({ErrorKind::System, arguments.out + " could not be written.", "specimen"});
}

int makeOne(Arguments& arguments)
{
    Request& request = arguments.request;
    if (request.profile.empty() || arguments.out.empty())
        return report({ErrorKind::Malformed, "A profile and --out are needed; --help says more.", "specimen"});
    const auto kind = kindOf(arguments.out);
    if (!kind)
        return report({ErrorKind::Malformed, arguments.out + " ends in none of .png, .jpg, .pdf.", "specimen"});
    request.kind = *kind;
    request.personSeed = arguments.person;
    if (!arguments.asOf.empty() && !(request.asOf = Date::parse(arguments.asOf)))
        return report({ErrorKind::Malformed, arguments.asOf + " is no date YYYY-MM-DD.", "specimen"});
    if (!arguments.data.empty())
        if (auto read = readData(arguments.data, request.data); !read)
            return report(read.error());
    auto made = make(request);
    if (!made)
        return report(made.error());
    if (auto written = write(*made, arguments.out, truthBeside(arguments.out)); !written)
        return report(written.error());
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    CLI::App app{"Draws synthetic documents, and prints and scans them.", "vidimus specimen"};
    Arguments arguments;
    declare(app, arguments);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : usage;
    }
    if (arguments.list) {
        std::cout << listing().dump(1) << '\n';
        return 0;
    }
    if (!arguments.trustDir.empty())
        return makeTrustFolder(arguments);
    if (!arguments.recipe.empty())
        return cookRecipe(arguments);
    if (!arguments.sheet.empty())
        return drawOneSheet(arguments);
    return makeOne(arguments);
}
