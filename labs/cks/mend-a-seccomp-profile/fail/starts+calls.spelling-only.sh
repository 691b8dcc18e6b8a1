ssh node01
sudo -i
# The misspelt name was one of several.
cd /var/lib/kubelet/seccomp/profiles
sed -i 's|"${{ typo }}"|"${{ accept }}"|' server.json
