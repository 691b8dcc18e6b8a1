ssh node01
sudo -i
# The Pod names a profile that does not lie below the kubelet's directory.
cp /var/lib/kubelet/seccomp/profiles/server.json /root/mended.json
sed -i 's|"${{ typo }}"|"${{ accept }}", "${{ poll }}", "${{ copy }}", "${{ fds }}", "${{ caps }}"|' /root/mended.json
sed -i 's|profiles/server.json|mended.json|' /etc/kubernetes/manifests/server.yaml
