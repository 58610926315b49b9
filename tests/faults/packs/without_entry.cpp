/// A shared object that is no pack.
extern "C" int nothingOfOurs();
int nothingOfOurs()
{
    return 0;
}
